namespace Voltloop.Quality.Web;

/// <summary>What the pages of experiments begin with: made up, a calender of electrodes.</summary>
internal static class ExperimentExample
{
    /// <summary>Factors.</summary>
    public const string Factors = "gap (µm) 60 70\nspeed (m/min) 20 40\nroll temperature (°C) 40 80\nweb tension (N) 50 90";

    /// <summary>Runs with the porosity that was found.</summary>
    public static AnalysisFields Runs => new()
    {
        Runs = """
            gap (µm),roll temperature (°C),porosity (%)
            60,40,31.9
            70,40,36.4
            60,80,29.6
            70,80,33.0
            57.9,60,29.8
            72.1,60,36.2
            65,31.7,34.6
            65,88.3,30.5
            65,60,31.6
            65,60,31.8
            65,60,31.5
            65,60,31.9
            """,
    };
}
