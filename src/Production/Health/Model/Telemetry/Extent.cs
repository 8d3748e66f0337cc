namespace Voltloop.Health.Model.Telemetry;

/// <summary>Newest, smallest and largest value of a channel; NaN before there is one.</summary>
internal readonly record struct Extent(double Newest, double Least, double Most)
{
    /// <summary>No value yet.</summary>
    public static readonly Extent None = new(double.NaN, double.NaN, double.NaN);

    /// <summary>With one value more; a missing one changes nothing.</summary>
    public Extent With(double value) => double.IsNaN(value) ? this
        : double.IsNaN(Newest) ? new Extent(value, value, value) : new Extent(value, Math.Min(Least, value), Math.Max(Most, value));
}
