using System.CommandLine;

namespace Voltloop.Web.Composition;

/// <summary>Runs the body of a command-line verb: opens the store, gives services, translates problems to exit codes.</summary>
public interface IVerbHost
{
    /// <summary>Runs a verb that only reads; works beside a running server.</summary>
    Task<int> ReadAsync(ParseResult parsed, Func<VerbContext, Task<int>> body, CancellationToken cancellation);

    /// <summary>Runs a verb that writes; refuses when another process has the store open for writing.</summary>
    Task<int> WriteAsync(ParseResult parsed, Func<VerbContext, Task<int>> body, CancellationToken cancellation);

    /// <summary>Runs a verb that writes nothing to the record: beside a running server, or on an empty store that it creates.</summary>
    Task<int> ReadOrCreateAsync(ParseResult parsed, Func<VerbContext, Task<int>> body, CancellationToken cancellation);

    /// <summary>Runs a verb that needs no store: its context has no services.</summary>
    Task<int> RunAsync(ParseResult parsed, Func<VerbContext, Task<int>> body, CancellationToken cancellation);
}
