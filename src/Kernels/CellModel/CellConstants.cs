namespace Voltloop.Kernels.CellModel;

/// <summary>Constants of nature (CODATA 2018, exact) and the temperature that parameters are given at.</summary>
public static class CellConstants
{
    /// <summary>Faraday constant, C/mol.</summary>
    public const double Faraday = 96485.33212;

    /// <summary>Molar gas constant, J/(mol K).</summary>
    public const double Gas = 8.314462618;

    /// <summary>25 degC in K.</summary>
    public const double Reference = 298.15;

    /// <summary>0 degC in K.</summary>
    public const double Zero = 273.15;
}
