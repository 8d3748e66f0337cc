using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Voltloop.Core.Problems;

namespace Voltloop.Bench.Fuzz;

/// <summary><c>./bench fuzz [--seconds N] [--target NAME] [--seed N] [--file F]</c>: damaged inputs against every way in, for a bounded time; what is found is kept in <c>artifacts/fuzz</c>.</summary>
/// <param name="seconds">For each target.</param>
/// <param name="seed">Of chance.</param>
internal sealed class FuzzRun(int seconds, int seed)
{
    private const long MostGrown = 1L << 30;
    private const int Smaller = 200;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);
    private static readonly string Kept = Path.Combine("artifacts", "fuzz");

    /// <summary>Runs; 1 when something was found.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        string? Value(string name) => Array.IndexOf(arguments, name) is >= 0 and var at && at + 1 < arguments.Length ? arguments[at + 1] : null;
        int Number(string name, int otherwise) => Value(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
        var targets = FuzzTargets.All.Where(target => Value("--target") is not { } wanted || target.Name == wanted).ToArray();
        var run = new FuzzRun(Number("--seconds", 20), Number("--seed", 1));
        await using var house = await FuzzHouse.StartAsync(Limit);
        if (Value("--file") is { } file) return await run.RepeatAsync(house, targets[0], file);
        Console.WriteLine($"{"target",-18} {"inputs",8} {"a second",9} {"refused",8} {"taken",8} {"findings",9}");
        var found = 0;
        foreach (var target in targets) found += await run.RunAsync(house, target);
        Console.WriteLine(found == 0 ? "Nothing was found." : $"{found} findings are in {Kept}.");
        return found == 0 ? 0 : 1;
    }

    private async Task<int> RepeatAsync(FuzzHouse house, FuzzTarget target, string file)
    {
        // The name in front of the last hyphen is that of the seed, which importers look at.
        var (found, status) = await SendAsync(house, target, new FuzzSeed(Path.GetFileName(file).Split("--")[^1], await File.ReadAllBytesAsync(file)));
        Console.WriteLine(found is null ? $"answered with {status}" : $"{found.What}\n{found.Detail}");
        return found is null ? 0 : 1;
    }

    private async Task<int> RunAsync(FuzzHouse house, FuzzTarget target)
    {
        if (target.Seeds.Count == 0)
        {
            Console.WriteLine($"{target.Name,-18} no sound input is here to begin with");
            return 0;
        }

        var (chance, findings, clock) = (new Random(seed), new Dictionary<string, FuzzFinding>(StringComparer.Ordinal), Stopwatch.StartNew());
        var (mutator, inputs, refused, taken) = (new FuzzMutator(chance), 0, 0, 0);
        while (clock.Elapsed.TotalSeconds < seconds)
        {
            var sound = target.Seeds[chance.Next(target.Seeds.Count)];
            var (finding, status) = await SendAsync(house, target, sound with { Bytes = mutator.Change(sound.Bytes, target.Seeds) });
            inputs++;
            if (status is >= 400 and < 500) refused++;
            if (status is > 0 and < 400) taken++;
            if (finding is not null) findings.TryAdd(finding.What, finding);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{target.Name,-18} {inputs,8:N0} {inputs / clock.Elapsed.TotalSeconds,9:N0} {refused,8:N0} {taken,8:N0} {findings.Count,9}"));
        foreach (var finding in findings.Values) await KeepAsync(target, await SmallerAsync(house, target, finding));
        return findings.Count;
    }

    private static async Task<(FuzzFinding? Finding, int Status)> SendAsync(FuzzHouse house, FuzzTarget target, FuzzSeed input)
    {
        if (target.Call is { } call) return await CallAsync(call, input);
        using var request = target.Request(input);
        if (request is null) return (null, 0);
        house.Unforeseen();
        var before = Environment.WorkingSet;
        try
        {
            using var answer = await house.Client.SendAsync(request);
            await answer.Content.LoadIntoBufferAsync();
            if (house.Unforeseen() is { } error) return (FuzzFinding.Of(error, input), (int)answer.StatusCode);
            if ((int)answer.StatusCode >= 500) return (new FuzzFinding($"status {(int)answer.StatusCode}", await answer.Content.ReadAsStringAsync(), input), (int)answer.StatusCode);
            var grown = Environment.WorkingSet - before;
            return (grown > MostGrown ? new FuzzFinding("memory", $"the process grew by {grown >> 20} MiB", input) : null, (int)answer.StatusCode);
        }
        catch (TaskCanceledException)
        {
            return (new FuzzFinding($"no answer in {Limit.TotalSeconds} s", "", input), 0);
        }
        catch (HttpRequestException broken)
        {
            // A head that the client itself refuses says nothing about the server.
            return (house.Unforeseen() is { } error ? FuzzFinding.Of(error, input) : broken.HttpRequestError == HttpRequestError.ResponseEnded ? new FuzzFinding("connection lost", broken.Message, input) : null, 0);
        }
    }

    private static async Task<(FuzzFinding? Finding, int Status)> CallAsync(Action<FuzzSeed> call, FuzzSeed input)
    {
        try
        {
            await Task.Run(() => call(input)).WaitAsync(Limit);
            return (null, 200);
        }
        catch (ProblemException)
        {
            return (null, 400);
        }
        catch (TimeoutException)
        {
            return (new FuzzFinding($"no answer in {Limit.TotalSeconds} s", "", input), 0);
        }
        catch (Exception error)
        {
            return (FuzzFinding.Of(error, input), 0);
        }
    }

    // Pieces are left out as long as the same fault remains.
    private static async Task<FuzzFinding> SmallerAsync(FuzzHouse house, FuzzTarget target, FuzzFinding finding)
    {
        var (best, tries) = (finding, 0);
        for (var piece = best.Input.Bytes.Length / 2; piece > 0 && tries < Smaller; piece /= 2)
        {
            for (var at = 0; at + piece <= best.Input.Bytes.Length && tries < Smaller; tries++)
            {
                var (again, _) = await SendAsync(house, target, best.Input with { Bytes = [.. best.Input.Bytes[..at], .. best.Input.Bytes[(at + piece)..]] });
                if (again?.What == best.What) best = again;
                else at += piece;
            }
        }

        return best;
    }

    private static async Task KeepAsync(FuzzTarget target, FuzzFinding finding)
    {
        Directory.CreateDirectory(Kept);
        var path = Path.Combine(Kept, $"{target.Name}-{Convert.ToHexStringLower(SHA256.HashData(finding.Input.Bytes))[..8]}--{finding.Input.Name}");
        await File.WriteAllBytesAsync(path, finding.Input.Bytes);
        await File.WriteAllTextAsync(path + ".txt", $"{finding.What}\n\n{finding.Detail}\n");
        Console.WriteLine($"    {finding.What}\n    ./bench fuzz --target {target.Name} --file {path}");
    }
}
