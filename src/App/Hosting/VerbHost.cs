using System.CommandLine;
using Spectre.Console;
using Voltloop.Core.Problems;
using Voltloop.Record.Sqlite;
using Voltloop.Web.Composition;
using Voltloop.Web.Http;

namespace Voltloop.App.Hosting;

/// <summary>Runs the body of a verb over the embedded store and translates its problems.</summary>
/// <param name="options">The options that every verb understands.</param>
/// <param name="more">Rooms of one's own beside those of the house.</param>
public sealed class VerbHost(GlobalOptions options, params IReadOnlyList<ICapability> more) : IVerbHost
{
    /// <inheritdoc/>
    public Task<int> ReadAsync(ParseResult parsed, Func<VerbContext, Task<int>> body, CancellationToken cancellation) =>
        TranslateAsync(parsed, () => WithStoreAsync(parsed, readOnly: true, body, cancellation));

    /// <inheritdoc/>
    public Task<int> WriteAsync(ParseResult parsed, Func<VerbContext, Task<int>> body, CancellationToken cancellation) =>
        TranslateAsync(parsed, () => WithStoreAsync(parsed, readOnly: false, body, cancellation));

    /// <inheritdoc/>
    public Task<int> RunAsync(ParseResult parsed, Func<VerbContext, Task<int>> body, CancellationToken cancellation) => TranslateAsync(parsed, async () =>
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var output = Console.OpenStandardOutput();
        return await body(new VerbContext(services, AnsiConsole.Console, WantsJson(parsed), cancellation) { Output = output });
    });

    /// <summary>Runs a verb that changes accounts or keys, which have a connection of their own: beside a running server, or on a store it creates.</summary>
    public Task<int> AccessAsync(ParseResult parsed, Func<VerbContext, Task<int>> body, CancellationToken cancellation) => ReadOrCreateAsync(parsed, body, cancellation);

    /// <inheritdoc/>
    public Task<int> ReadOrCreateAsync(ParseResult parsed, Func<VerbContext, Task<int>> body, CancellationToken cancellation) =>
        TranslateAsync(parsed, () => WithStoreAsync(parsed, readOnly: HasStore(parsed), body, cancellation));

    /// <summary>Directory of the store that a command line asks for.</summary>
    public string Directory(ParseResult parsed) => options.Directory(parsed);

    /// <summary>True when there is a store to read; a preview into none begins an empty one.</summary>
    public bool HasStore(ParseResult parsed) => File.Exists(Path.Combine(Directory(parsed), SqliteRecord.FileName));

    /// <summary>True when the command line asks for JSON.</summary>
    public bool WantsJson(ParseResult parsed) => parsed.GetValue(options.Json);

    /// <summary>Runs a body that needs no open store.</summary>
    public async Task<int> TranslateAsync(ParseResult parsed, Func<Task<int>> body)
    {
        try
        {
            return await body();
        }
        catch (Exception error)
        {
            return Report(error, WantsJson(parsed));
        }
    }

    private async Task<int> WithStoreAsync(
        ParseResult parsed, bool readOnly, Func<VerbContext, Task<int>> body, CancellationToken cancellation)
    {
        var directory = Directory(parsed);
        await using var record = SqliteRecord.Open(new SqliteRecordOptions { Directory = directory, ReadOnly = readOnly });
        var registered = new ServiceCollection().AddVoltloop(record, directory);
        foreach (var room in more) room.AddServices(registered);
        await using var services = registered.BuildServiceProvider();
        await using var output = Console.OpenStandardOutput();
        return await body(new VerbContext(services, AnsiConsole.Console, WantsJson(parsed), cancellation) { Output = output });
    }

    private static int Report(Exception error, bool json)
    {
        var problem = ProblemTranslation.Name(error);
        Console.Error.WriteLine(json
            ? System.Text.Json.JsonSerializer.Serialize(ProblemTranslation.ToDetails(problem, null))
            : $"voltloop: {problem}");
        if (problem.Kind.ExitCode == ProblemTranslation.UnexpectedExitCode)
        {
            Console.Error.WriteLine(error);
        }

        return problem.Kind.ExitCode;
    }
}
