using Voltloop.Web.Composition;

namespace Voltloop.App.Verbs;

/// <summary>Writes the result of a verb for people or for programs.</summary>
internal static class VerbReport
{
    /// <summary>One JSON document when asked for, else the text.</summary>
    public static async Task WriteAsync<T>(VerbContext context, T report, string text)
    {
        if (context.Json) await context.WriteJsonAsync(report);
        else context.Console.Profile.Out.Writer.WriteLine(text);
    }
}
