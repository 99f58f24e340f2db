@testable import Reporting

/// The folder of a run with two policies, of which the second games, and with every table that
/// sections of a run read.
enum RunExample {
  /// The folder.
  ///
  /// - Parameter game: the name of the policy under which people game.
  static func folder(_ game: String = "board", withIntervals: Bool = true) -> FolderExample {
    let name = "\"" + game.replacing("\"", with: "\"\"") + "\""
    func text(_ lines: String) -> String {
      let filled = lines.replacing("BOARD", with: name)
      return withIntervals ? filled : filled.replacing(/~[^,\n]*/, with: "")
    }
    return FolderExample(
      tables: tables.mapValues { text($0).replacing("~", with: "") },
      replications: withIntervals ? 8 : 1)
  }

  /// Ends of intervals are marked by a tilde.
  private static let tables = [
    "policies": """
    policy,title,baseline,description
    BOARD,A board,false,Everybody sees.
    calm,Nothing,true,Nobody sees.
    """,
    "measures": """
    measure,title,unit,group,preference,headline,weekly,definition,source
    active_nominal_share,"Weekly active, nominal",share,claim,neutral,true,true,x,x
    active_useful_share,"Weekly active, useful",share,truth,neutral,true,true,x,x
    performative_gap_share,Gap,share,truth,neutral,true,true,x,x
    gaming_people_share,People gaming,share,gaming,neutral,true,true,x,x
    gaming_token_share,Tokens that are gaming,share,gaming,neutral,true,true,x,x
    using_top_up_share,Using: junk runs on the last day,share,gaming,neutral,false,true,x,x
    net_value_usd,Net value,usd,cost,higher,true,true,x,x
    expected_annual_loss_usd,Expected annual loss,usd,risk,lower,true,true,x,x
    """,
    "summary": """
    policy,measure,unit,mean,lower_95,upper_95
    calm,active_nominal_share,share,0.5,~0.4,~0.6
    calm,active_useful_share,share,0.45,~0.4,~0.5
    calm,performative_gap_share,share,0.05,~0.04,~0.06
    calm,gaming_people_share,share,0,~0,~0
    calm,gaming_token_share,share,0,~0,~0
    calm,net_value_usd,usd,2000,~1900,~2100
    calm,expected_annual_loss_usd,usd,1000000,~900000,~1100000
    calm,top_percent_tokens_share,share,0.1,~0.05,~0.15
    BOARD,active_nominal_share,share,0.9,~0.8,~1
    BOARD,active_useful_share,share,0.6,~0.5,~0.7
    BOARD,performative_gap_share,share,0.3,~0.2,~0.4
    BOARD,gaming_people_share,share,0.25,~0.2,~0.3
    BOARD,gaming_token_share,share,0.5,~0.4,~0.6
    BOARD,net_value_usd,usd,1800,~1700,~1900
    BOARD,expected_annual_loss_usd,usd,3000000,~2000000,~4000000
    BOARD,top_percent_tokens_share,share,0.3,~0.2,~0.4
    """,
    "comparisons": """
    policy,measure,difference
    BOARD,net_value_usd,-200
    """,
    "flags": """
    policy,measure,flag,words
    BOARD,gaming_people_share,drift,rises by 44 % of its mean
    BOARD,utility_h,drift,falls by 3 % of its mean
    """,
    "weekly_summary": """
    policy,week,measure,mean,lower_95,upper_95
    calm,0,active_nominal_share,0.5,~0.4,~0.6
    calm,3,active_nominal_share,0.5,~0.4,~0.6
    calm,0,active_useful_share,0.45,~0.4,~0.5
    calm,3,active_useful_share,0.45,~0.4,~0.5
    calm,0,using_top_up_share,0,~0,~0
    calm,3,using_top_up_share,0,~0,~0
    BOARD,0,active_nominal_share,0.9,~0.8,~1
    BOARD,3,active_nominal_share,0.9,~0.8,~1
    BOARD,0,active_useful_share,0.6,~0.5,~0.7
    BOARD,3,active_useful_share,0.6,~0.5,~0.7
    BOARD,0,using_top_up_share,0.005,~0,~0.01
    BOARD,3,using_top_up_share,0.25,~0.2,~0.3
    BOARD,0,using_loops_share,0.01,~0,~0.02
    BOARD,3,using_loops_share,0.01,~0,~0.02
    """,
    "metric_quality": """
    policy,metric,leading,period,first_week,last_week,kendall_tau_b_coefficient,\
    kendall_tau_b_coefficient_standard_error,kendall_tau_b_coefficient_baseline,\
    kendall_tau_b_coefficient_difference,kendall_tau_b_coefficient_difference_upper_95
    BOARD,tokens,true,block,0,1,0.4,~0.01,0.5,-0.1,~-0.05
    BOARD,tokens,true,block,2,3,0.2,~0.01,0.5,-0.3,~-0.25
    BOARD,other,false,block,2,3,0.9,~0.01,0.9,0,~0.1
    BOARD,tokens,true,evaluation,2,3,0.2,~0.01,0.5,-0.3,~-0.25
    """,
    "token_shares": """
    policy,group,work_share,gaming_share,share,lower_95,upper_95
    calm,top 1 %,0.1,0,0.1,~0.05,~0.15
    calm,next 9 %,0.9,0,0.9,~0.85,~0.95
    BOARD,top 1 %,0.1,0.4,0.5,~0.4,~0.6
    BOARD,next 9 %,0.3,0.2,0.5,~0.4,~0.6
    """,
    "target_distribution": """
    policy,metric,threshold,bin_low_ratio,bin_high_ratio,person_weeks,unobserved_person_weeks
    BOARD,tokens,5,0.5,1,10,40
    BOARD,tokens,5,1,1.5,90,50
    """,
    "loss_exceedance": """
    policy,loss_usd,aggregate_exceedance_share,aggregate_low_share,aggregate_high_share
    calm,100,1,~1,~1
    calm,1000000,0.3,~0.2,~0.4
    calm,10000000,0.01,~0,~0.02
    calm,100000000,0,~0,~0
    BOARD,100,1,~1,~1
    BOARD,1000000,0.8,~0.7,~0.9
    BOARD,10000000,0.1,~0.05,~0.15
    BOARD,100000000,0.0001,~0,~0.0002
    """,
    "value_bridge": """
    policy,part,title,difference_usd,lower_95,upper_95
    BOARD,work,Work,50,~40,~60
    BOARD,tokens,Tokens,-249.99,~-260,~-240
    BOARD,rewards,Rewards,-0.01,~-0.02,~0
    """,
  ]
}
