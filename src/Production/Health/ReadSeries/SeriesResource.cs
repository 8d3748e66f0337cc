using Voltloop.Record.Series;

namespace Voltloop.Health.ReadSeries;

/// <summary>A series without its samples.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Title">Short name.</param>
/// <param name="Channels">Channels in order; the first is the axis.</param>
/// <param name="Samples">Samples per channel.</param>
/// <param name="FirstAxis">First value of the axis; absent when empty.</param>
/// <param name="LastAxis">Last value of the axis; absent when empty.</param>
/// <param name="Source">SHA-256 of the document it came from.</param>
/// <param name="Href">Where the samples are.</param>
internal sealed record SeriesResource(
    string Id, string Title, IReadOnlyList<ChannelSpec> Channels, long Samples, double? FirstAxis, double? LastAxis, string? Source, string Href)
{
    /// <summary>Shows a series.</summary>
    public static SeriesResource Of(SeriesInfo info) => new(
        info.Spec.Id,
        info.Spec.Title,
        info.Spec.Channels,
        info.Samples,
        Finite(info.FirstAxis),
        Finite(info.LastAxis),
        info.Spec.Source,
        $"/api/v1/series/{Uri.EscapeDataString(info.Spec.Id)}");

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
