using System.Text.Json;
using Spectre.Console;
using Voltloop.Web.Composition;
using Voltloop.Web.Http;

namespace Voltloop.App.Verbs;

/// <summary>Writes the result of a verb for people or for programs.</summary>
internal static class VerbReport
{
    /// <summary>One JSON document when asked for, else the text.</summary>
    public static async Task WriteAsync<T>(VerbContext context, T report, string text)
    {
        if (!context.Json)
        {
            context.Console.Profile.Out.Writer.WriteLine(text);
            return;
        }

        await JsonSerializer.SerializeAsync(context.Output, report, JsonOutput.Options, context.Cancellation);
        context.Output.WriteByte((byte)'\n');
    }
}
