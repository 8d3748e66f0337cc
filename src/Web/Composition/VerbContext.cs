using System.Text.Json;
using Spectre.Console;
using Voltloop.Web.Http;

namespace Voltloop.Web.Composition;

/// <summary>What the body of a verb works with.</summary>
/// <param name="Services">Services over the store named by <c>--data</c>.</param>
/// <param name="Console">Where to write for people; plain when redirected.</param>
/// <param name="Json">True when <c>--json</c> asks for one JSON document on standard output instead.</param>
/// <param name="Cancellation">Ctrl-C.</param>
public sealed record VerbContext(IServiceProvider Services, IAnsiConsole Console, bool Json, CancellationToken Cancellation)
{
    /// <summary>Standard output, for JSON and exported files.</summary>
    public required Stream Output { get; init; }

    /// <summary>Writes a result as one JSON document and a line end.</summary>
    public async Task WriteJsonAsync<T>(T result)
    {
        await JsonSerializer.SerializeAsync(Output, result, JsonOutput.Options, Cancellation);
        Output.WriteByte((byte)'\n');
    }
}
