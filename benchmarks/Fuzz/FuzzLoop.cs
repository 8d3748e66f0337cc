using System.Diagnostics;

namespace Voltloop.Bench.Fuzz;

/// <summary>Changes seeds of a target and has them read, until the time is over.</summary>
/// <param name="target">Who reads.</param>
/// <param name="options">Time and seed.</param>
internal sealed class FuzzLoop(FuzzTarget target, FuzzOptions options)
{
    // A thread that hangs keeps a core: after so many nothing that is measured is true any more.
    private const int MaxStuck = 3;

    private readonly Dictionary<string, FuzzFinding> _findings = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _refused = new(StringComparer.Ordinal);
    private FuzzWorker _worker = new(target);
    private long _inputs;
    private long _accepted;
    private int _stuck;

    /// <summary>Where the input that is being read stands while a target runs: it tells what ended a process.</summary>
    public static string RunningPath(string name) => Path.Combine(FuzzFinding.Folder, name + ".running");

    /// <summary>Reads every seed as it is, then changed ones.</summary>
    public FuzzRow Run()
    {
        Directory.CreateDirectory(FuzzFinding.Folder);
        var (seeds, random) = (target.Seeds(), new Random(options.Seed));
        var clock = Stopwatch.StartNew();
        using (var running = new FileStream(RunningPath(target.Name), FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0))
        {
            var mutator = new Mutator(random, seeds);
            for (var i = 0; clock.Elapsed.TotalSeconds < options.Seconds && _stuck < MaxStuck; i++) Read(i < seeds.Count ? seeds[i] : mutator.Next(), running);
        }

        File.Delete(RunningPath(target.Name));
        return new FuzzRow(target.Name, _inputs, clock.Elapsed.TotalSeconds, _accepted, _findings.Count) { Refused = _refused };
    }

    private void Read(byte[] input, FileStream running)
    {
        running.Position = 0;
        running.Write(input);
        running.SetLength(input.Length);
        _inputs++;
        var verdict = Try(input);
        if (verdict.Finding is { } key) Found(key, input, verdict);
        else if (verdict.Refused is { } code) _refused[code] = _refused.GetValueOrDefault(code) + 1;
        else _accepted++;
    }

    private FuzzVerdict Try(byte[] input)
    {
        var verdict = _worker.Try(input);
        if (!_worker.IsStuck) return verdict;
        _stuck++;
        _worker = new FuzzWorker(target);
        return verdict;
    }

    private void Found(string key, byte[] input, FuzzVerdict verdict)
    {
        if (_findings.ContainsKey(key)) return;
        var isSlow = verdict.Detail.StartsWith("No answer", StringComparison.Ordinal) || key == "too much memory";
        var small = isSlow ? input : Minimiser.Cut(input, candidate => Try(candidate).Finding == key);
        var finding = new FuzzFinding(target.Name, key, small, verdict.Detail);
        finding.Keep();
        _findings[key] = finding;
        Console.Error.WriteLine($"{target.Name}: {key}\n  {finding.Again}");
    }
}
