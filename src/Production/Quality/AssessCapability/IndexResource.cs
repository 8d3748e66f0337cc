namespace Voltloop.Quality.AssessCapability;

/// <summary>An index of capability.</summary>
/// <param name="Name">Cp, Cpk, Pp, Ppk, Cpm.</param>
/// <param name="Value">Value.</param>
/// <param name="Lower">Lower end of the interval; absent when there is no formula.</param>
/// <param name="Upper">Upper end of the interval.</param>
/// <param name="Method">How the interval was found.</param>
internal sealed record IndexResource(string Name, double Value, double? Lower, double? Upper, string Method)
{
    /// <summary>An index with an interval.</summary>
    public static IndexResource Of(string name, double value, (double Lower, double Upper) interval, string method) => new(name, value, interval.Lower, interval.Upper, method);
}
