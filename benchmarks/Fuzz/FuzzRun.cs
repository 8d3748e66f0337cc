using System.Diagnostics;
using System.Globalization;

namespace Voltloop.Bench.Fuzz;

/// <summary>Tries every parser with changed inputs, each in a process of its own, so that what ends one does not end the run.</summary>
internal static class FuzzRun
{
    private const string Usage = "usage: ./bench fuzz [--seconds N] [--seed N] [--target NAME [--file FILE]]";

    // Six GiB: a parser that takes more is ended, and the machine is not.
    private const string HeapLimit = "0x180000000";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Runs; 1 when something was found.</summary>
    public static async Task<int> RunAsync(string[] words)
    {
        await using var targets = new FuzzTargets();
        if (FuzzOptions.Read(words) is not { } options || (options.File is not null && options.Target is null) || !targets.Knows(options.Target))
        {
            Console.Error.WriteLine($"{Usage}\ntargets: {string.Join(' ', targets.Names)}");
            return 2;
        }

        if (options.File is not null) return Again(targets.Find(options.Target!), File.ReadAllBytes(options.File));
        if (options.Target is null) return await AllAsync(targets.Names, options);
        var row = new FuzzLoop(targets.Find(options.Target), options).Run();
        row.Keep();
        FuzzTable.Print([row]);
        return row.Findings == 0 ? 0 : 1;
    }

    private static int Again(FuzzTarget target, byte[] input)
    {
        using var worker = new FuzzWorker(target);
        var verdict = worker.Try(input);
        Console.WriteLine(verdict.Finding is { } key ? $"{key}\n{verdict.Detail}" : verdict.Refused is { } code ? $"refused: {code}: {verdict.Detail}" : "accepted");
        return verdict.Finding is null ? 0 : 1;
    }

    private static async Task<int> AllAsync(IReadOnlyList<string> names, FuzzOptions options)
    {
        var rows = new List<FuzzRow>();
        foreach (var name in names) rows.Add(await ChildAsync(name, options));
        FuzzTable.Print(rows);
        return rows.TrueForAll(row => row.Findings == 0) ? 0 : 1;
    }

    private static async Task<FuzzRow> ChildAsync(string name, FuzzOptions options)
    {
        string[] words = ["fuzz", "--target", name, "--seconds", options.Seconds.ToString(CultureInfo.InvariantCulture), "--seed", options.Seed.ToString(CultureInfo.InvariantCulture)];
        var start = new ProcessStartInfo(Environment.ProcessPath!, [Environment.GetCommandLineArgs()[0], .. words]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["DOTNET_GCHeapHardLimit"] = HeapLimit;
        using var process = Process.Start(start)!;
        _ = process.StandardOutput.ReadToEndAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.Seconds) + Patience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }

        return FuzzRow.Take(name) ?? Ended(name, options);
    }

    // A stack that overflows, or memory that is used up, ends the process: the last input is the finding.
    private static FuzzRow Ended(string name, FuzzOptions options)
    {
        var last = FuzzLoop.RunningPath(name);
        var finding = new FuzzFinding(name, "the process ended", File.Exists(last) ? File.ReadAllBytes(last) : [], "The process ended, or did not end in time, while this input was read.");
        finding.Keep();
        File.Delete(last);
        Console.Error.WriteLine($"{name}: {finding.Key}\n  {finding.Again}");
        return new FuzzRow(name, 0, options.Seconds, 0, 1);
    }
}
