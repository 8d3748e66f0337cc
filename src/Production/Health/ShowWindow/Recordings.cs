using Voltloop.Health.ReadTables;
using Voltloop.Record.Series;

namespace Voltloop.Health.ShowWindow;

/// <summary>Which series of a thing are recordings over time.</summary>
internal static class Recordings
{
    /// <summary>Those with a voltage or a current over time, the longest first.</summary>
    public static IReadOnlyList<SeriesInfo> Of(IEnumerable<SeriesInfo> series) =>
        [.. series.Where(IsRecording).OrderByDescending(info => info.Samples).ThenBy(info => info.Spec.Id, StringComparer.Ordinal)];

    private static bool IsRecording(SeriesInfo info) =>
        info.Spec.Channels[0].Unit == "s" && info.Spec.Channels.Any(channel => channel.Name is BdfColumns.Voltage or BdfColumns.Current);
}
