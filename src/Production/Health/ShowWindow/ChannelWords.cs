using Voltloop.Record.Series;

namespace Voltloop.Health.ShowWindow;

/// <summary>Names of channels for people.</summary>
internal static class ChannelWords
{
    private static readonly string[] Units = ["_second", "_volt", "_ampere", "_celsius", "_ah", "_wh", "_watt", "_ohm", "_hertz", "_degree", "_percent", "_pa"];

    /// <summary>For example <c>Voltage</c> for <c>voltage_volt</c>.</summary>
    public static string Label(ChannelSpec channel)
    {
        var unit = Array.Find(Units, suffix => channel.Name.EndsWith(suffix, StringComparison.Ordinal) && channel.Name.Length > suffix.Length);
        var words = (unit is null ? channel.Name : channel.Name[..^unit.Length]).Replace('_', ' ');
        return words.Length == 0 ? channel.Name : char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>The unit as people write it.</summary>
    public static string Unit(ChannelSpec channel) => channel.Unit switch { "degC" or "Cel" => "°C", "ohm" or "Ohm" => "Ω", "1" => "", var unit => unit };
}
