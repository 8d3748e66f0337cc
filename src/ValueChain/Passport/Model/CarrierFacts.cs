namespace Voltloop.Passport.Model;

/// <summary>What has to be known to print a data carrier so that any phone reads it.</summary>
/// <param name="Link">What the code holds.</param>
/// <param name="Modules">Modules on a side, without the quiet zone.</param>
public sealed record CarrierFacts(string Link, int Modules)
{
    /// <summary>Light border on each side, in modules (ISO/IEC 18004).</summary>
    public const int QuietZoneModules = 4;

    /// <summary>Smallest module for a QR code with a GS1 Digital Link at the point of sale, in mm (see <see cref="Source"/>).</summary>
    public const double SmallestModule = 0.396;

    /// <summary>Largest module for the same, in mm.</summary>
    public const double LargestModule = 0.990;

    /// <summary>Module to aim at when nobody sets one, in mm: our recommendation, a quarter above the smallest.</summary>
    public const double DefaultTargetModule = 0.495;

    /// <summary>Module to aim at, in mm: the setting <c>Passport:CarrierModule</c>.</summary>
    public double TargetModule { get; init; } = DefaultTargetModule;

    /// <summary>Where the smallest and largest module come from.</summary>
    public string Source => "GS1 General Specifications 5.12.3.1, as GS1 UK gives it: https://www.gs1uk.org/knowledge-hub/qr-codes-powered-by-gs1/how-big-should-a-qr-code-powered-by-gs1-be";

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
