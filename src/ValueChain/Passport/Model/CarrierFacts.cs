namespace Voltloop.Passport.Model;

/// <summary>What has to be known to print a data carrier so that any phone reads it.</summary>
/// <param name="Link">What the code holds.</param>
/// <param name="Modules">Modules on a side, without the quiet zone.</param>
public sealed record CarrierFacts(string Link, int Modules)
{
    /// <summary>Light border on each side, in modules (ISO/IEC 18004).</summary>
    public const int QuietZoneModules = 4;

    /// <summary>Smallest module that GS1 General Specifications admit for a QR code with a GS1 Digital Link, in mm.</summary>
    public const double SmallestModule = 0.396;

    /// <summary>Module that they aim at, in mm.</summary>
    public const double TargetModule = 0.495;

    private const int SmallestSymbol = 21;
    private const int SymbolStep = 4;

    /// <summary>Symbology.</summary>
    public string Symbology => "QR Code (ISO/IEC 18004)";

    /// <summary>Version of the symbol, 1 to 40.</summary>
    public int Version => (Modules - SmallestSymbol) / SymbolStep + 1;

    /// <summary>Error correction: about 15 % of the code words may be lost.</summary>
    public string ErrorCorrection => "M";

    /// <summary>Light border on each side, in modules.</summary>
    public int QuietZone => QuietZoneModules;

    /// <summary>Recommended smallest width in print, quiet zone included, in mm.</summary>
    public double SmallestWidth => Width(SmallestModule);

    /// <summary>Width to aim at in print, quiet zone included, in mm.</summary>
    public double TargetWidth => Width(TargetModule);

    private double Width(double module) => Math.Round((Modules + 2 * QuietZoneModules) * module, 1, MidpointRounding.ToPositiveInfinity);
}
