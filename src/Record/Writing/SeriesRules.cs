using Voltloop.Record.Ports;
using Voltloop.Record.Series;

namespace Voltloop.Record.Writing;

/// <summary>What samples must look like.</summary>
internal static class SeriesRules
{
    public static void Check(SeriesAppend append, string at)
    {
        CheckSpec(append.Spec, at);
        var (columns, channels) = (append.Columns.Count, append.Spec.Channels.Count);
        Rule.Require(columns == channels, $"{columns} columns for {channels} channels.", at);
        Rule.Require(append.ExpectedSamples is null or >= 0, "The expected number of samples is negative.", at);
        var rows = append.Columns[0].Length;
        for (var c = 1; c < append.Columns.Count; c++)
        {
            Rule.Require(append.Columns[c].Length == rows, $"Channel {c} has {append.Columns[c].Length} samples, the axis has {rows}.", at);
        }

        CheckAxis(append.Columns[0], at);
    }

    private static void CheckSpec(SeriesSpec spec, string at)
    {
        Rule.Name(spec.Id, WriteLimits.MaxTextLength, "series identifier", at);
        BatchRules.CheckId(spec.Thing, at);
        Rule.Text(spec.Title, WriteLimits.MaxLabelLength, "title", at);
        Rule.Require(spec.Channels.Count > 0, "A series needs a channel.", at);
        Rule.Limit(spec.Channels.Count, WriteLimits.MaxChannels, "channels of a series", at);
        Rule.Require(spec.Source is null || IsSha256(spec.Source), "The source is not a SHA-256 in lower-case hex.", at);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var channel in spec.Channels)
        {
            Rule.Name(channel.Name, WriteLimits.MaxNameLength, "channel name", at);
            Rule.Text(channel.Unit, WriteLimits.MaxNameLength, "unit", at);
            Rule.Require(names.Add(channel.Name), $"Channel \"{channel.Name}\" is there twice.", at);
        }
    }

    private static void CheckAxis(double[] axis, string at)
    {
        for (var i = 0; i < axis.Length; i++)
        {
            if (double.IsNaN(axis[i]))
            {
                Rule.Require(kept: false, "The axis is not a number.", $"{at}/columns/0/{i}");
            }
        }
    }

    private static bool IsSha256(string text) => text.Length == 64 && text.All(c => char.IsAsciiDigit(c) || c is >= 'a' and <= 'f');
}
