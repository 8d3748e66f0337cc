using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Voltloop.Health.ShowCapacity;

namespace Voltloop.Health.Web;

/// <summary>Data of a chart that stands in the page itself, because it was computed for this page only.</summary>
internal static class PackChart
{
    /// <summary>A data block for a chart element. The serializer escapes what HTML could take for a tag.</summary>
    public static MarkupString Block(ChartAxis x, IEnumerable<ChartSeries> series) =>
        new($"<script type=\"application/json\">{JsonSerializer.Serialize(new { x, series }, JsonSerializerOptions.Web)}</script>");
}
