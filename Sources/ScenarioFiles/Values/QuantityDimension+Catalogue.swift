extension QuantityDimension {
  /// Hours of somebody's time.
  public static let hours = QuantityDimension(
    "a time", examples: "6 h, 3 min or 20 s",
    units: [
      Unit("h"), Unit("min", by: 60), Unit("s", by: 3600), Unit("hour", hidden: true),
      Unit("hours", hidden: true), Unit("minute", by: 60, hidden: true),
      Unit("minutes", by: 60, hidden: true), Unit("second", by: 3600, hidden: true),
      Unit("seconds", by: 3600, hidden: true),
    ])

  /// Hours on the clock, nights and weekends included: a day has 24 of them.
  public static let clockHours = QuantityDimension(
    "a time on the clock", examples: "48 h, 3 min, 20 s or 2 days",
    units: hours.units + [
      Unit("days", times: 24), Unit("day", times: 24, hidden: true), Unit("weeks", times: 168),
      Unit("week", times: 168, hidden: true),
    ])

  /// Weeks.
  public static let weeks = QuantityDimension(
    "a number of weeks", examples: "52 weeks or 10 days",
    units: [
      Unit("weeks"), Unit("week", hidden: true), Unit("days", by: 7),
      Unit("day", by: 7, hidden: true),
    ])

  /// A part of a whole, kept as a number.
  public static let share = QuantityDimension(
    "a share", examples: "80 % or 0.8", units: [Unit(""), Unit("%", by: 100)])

  /// A fraction that is written as a percentage and never as a plain number.
  public static let percentage = QuantityDimension(
    "a percentage", examples: "2 %", units: [Unit("%", by: 100)])

  /// A probability or rate for each week.
  public static let sharePerWeek = QuantityDimension(
    "a share per week", examples: "1 % / week",
    units: [Unit("/week"), Unit("%/week", by: 100)])

  /// A number without a unit.
  public static let number = QuantityDimension("a number", examples: "1.5", units: [Unit("")])

  /// A number of things; a decimal where an average is meant.
  public static let count = QuantityDimension("a count", examples: "12", units: [Unit("")])

  /// Tokens.
  public static let tokens = QuantityDimension(
    "a number of tokens", examples: "24 Mtok, 30 ktok or 500 tok",
    units: [
      Unit(""), Unit("tok"), Unit("ktok", times: 1e3), Unit("Mtok", times: 1e6),
      Unit("Gtok", times: 1e9), Unit("tokens", hidden: true), Unit("token", hidden: true),
      Unit("Ttok", times: 1e12, hidden: true),
    ])

  /// US dollars.
  public static let money = QuantityDimension(
    "an amount of money", examples: "$200, $5 k or $4.4 M", isMoney: true,
    units: [Unit(""), Unit("k", times: 1e3), Unit("M", times: 1e6), Unit("G", times: 1e9)])

  /// US dollars per million tokens.
  public static let moneyPerMegatoken = QuantityDimension(
    "a price of tokens", examples: "$0.60 / Mtok", isMoney: true,
    units: [Unit("/Mtok"), Unit("/ktok", times: 1e3), Unit("/tok", times: 1e6)])

  /// US dollars for each person and week.
  public static let moneyPerWeek = QuantityDimension(
    "an amount of money per week", examples: "$2 / week", isMoney: true,
    units: [Unit("/week"), Unit("k/week", times: 1e3, hidden: true)])

  /// Events per week.
  ///
  /// A day is a working day, of which a week has five; an hour is one of the 168.
  public static let perWeek = QuantityDimension(
    "a rate", examples: "3 / week, 0.8 / day (a working day, 5 per week) or 54 / h (168 per week)",
    units: [
      Unit("/week"), Unit("/day", times: 5), Unit("/h", times: 168), Unit("/min", times: 10080),
      Unit("/hour", times: 168, hidden: true),
    ])

  /// Events per hour of work.
  public static let perHour = QuantityDimension(
    "a rate per hour", examples: "0.8 / h",
    units: [Unit("/h"), Unit("/min", times: 60), Unit("/hour", hidden: true)])

  /// Events per million tokens.
  public static let perMegatoken = QuantityDimension(
    "a number per million tokens", examples: "33 / Mtok",
    units: [Unit("/Mtok"), Unit("/ktok", times: 1e3), Unit("/Gtok", by: 1e3)])

  /// Things per thousand tokens.
  public static let perKilotoken = QuantityDimension(
    "a number per thousand tokens", examples: "20 / ktok",
    units: [Unit("/ktok"), Unit("/Mtok", by: 1e3)])

  /// Hours for each week; a day is a working day, of which a week has five.
  public static let hoursPerWeek = QuantityDimension(
    "hours per week", examples: "30 h/week or 6 h/day",
    units: [
      Unit("h/week"), Unit("h/day", times: 5), Unit("hours/week", hidden: true),
      Unit("hours/day", times: 5, hidden: true),
    ])

  /// The value of a metric, in the unit of its formula: tokens, hours, shares or a plain number.
  public static let metricValue = QuantityDimension(
    "a value of the metric", examples: "3, 20 Mtok, 5 h or 80 %",
    units: tokens.units + [Unit("h"), Unit("%", by: 100)])

  /// A part of pay, kept as a number.
  public static let shareOfPay = QuantityDimension(
    "a share of pay", examples: "8 % of pay", units: [Unit("ofpay"), Unit("%ofpay", by: 100)])
}
