namespace Voltloop.Quality.ReadProcessSignals;

/// <summary>Signals in words: types of sensor reports and unit codes.</summary>
internal static class SignalNames
{
    /// <summary>A type in words; unknown ones as they are.</summary>
    public static string Title(string signal) => signal switch
    {
        "SurfaceDensity" => "Areal mass",
        "Length" => "Thickness",
        "Temperature" => "Temperature",
        "Pressure" => "Pressure",
        "DynamicViscosity" => "Viscosity",
        _ => signal,
    };

    /// <summary>A unit code of UN/ECE Recommendation 20 as people write it; unknown ones as they are.</summary>
    public static string Unit(string code) => code switch
    {
        "GM" => "g/m²",
        "4H" => "µm",
        "CEL" => "°C",
        "BAR" => "bar",
        "C65" => "Pa·s",
        "KGM" => "kg",
        "VLT" => "V",
        "OHM" => "Ω",
        "AMH" => "Ah",
        _ => code,
    };
}
