namespace Voltloop.Health.ReadCyclers.Repairs;

/// <summary>Reads the direction out of the words that cyclers use for kinds of step.</summary>
internal static class StepWords
{
    private static readonly string[] Discharging = ["dis", "dchg", "dch", "entlad", "décharge", "decharge", "descarga", "放电"];
    private static readonly string[] Charging = ["charg", "chg", "chrg", "lad", "carga", "充电"];

    /// <summary>+1 for charging, −1 for discharging, 0 for rest and everything else.</summary>
    public static int Direction(string word) => word switch
    {
        "C" or "RateC" => 1,
        "D" or "RateD" => -1,
        _ when Has(Discharging, word) => -1,
        _ when Has(Charging, word) => 1,
        _ => 0,
    };

    private static bool Has(string[] parts, string word) => Array.Exists(parts, part => word.Contains(part, StringComparison.OrdinalIgnoreCase));
}
