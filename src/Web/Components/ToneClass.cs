namespace Voltloop.Web.Components;

/// <summary>CSS modifier of a tone.</summary>
internal static class ToneClass
{
    public static string Of(string block, Tone tone) => tone == Tone.Neutral ? block : $"{block} {block}--{tone.ToString().ToLowerInvariant()}";
}
