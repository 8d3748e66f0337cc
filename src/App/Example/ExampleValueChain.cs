using System.Globalization;
using Voltloop.Core.Problems;
using Voltloop.Record.Importing;
using Voltloop.Record.Ports;
using Voltloop.Web.Composition;

namespace Voltloop.App.Example;

/// <summary>Loads the example value chain: the files in <c>samples/</c>, imported like any others, and then what the rooms add.</summary>
/// <param name="desk">The way from a file to the record.</param>
/// <param name="record">The record, to leave out files that it has.</param>
/// <param name="samples">Directory of the samples.</param>
public sealed class ExampleValueChain(ImportDesk desk, IRecordReader record, string samples)
{
    /// <summary>Issuer under which the example is recorded.</summary>
    public const string Issuer = "urn:voltloop:example";

    // Models first, so that cells find the data they resolve.
    private static readonly string[] Folders = ["models", "tbsi-sunwoda", "severson-124"];

    /// <summary>What rooms add after the files.</summary>
    public IReadOnlyList<IExamplePart> Parts { get; init; } = [];

    /// <summary>Where the samples of this build are.</summary>
    public static string ShippedSamples { get; } = Path.Combine(AppContext.BaseDirectory, "samples");

    /// <summary>Imports every file that is not in the record yet.</summary>
    /// <param name="now">Moment of the import (UTC).</param>
    /// <param name="progress">Told in one line what comes next.</param>
    /// <param name="cancellation">Stops between two files.</param>
    /// <returns>How many files were written, and why others were not.</returns>
    public async Task<ExampleOutcome> LoadAsync(DateTimeOffset now, Action<string> progress, CancellationToken cancellation)
    {
        string[] files = [.. Folders.SelectMany(Files)];
        var outcome = new ExampleOutcome(0, []);
        for (var i = 0; i < files.Length; i++)
        {
            progress(string.Create(CultureInfo.InvariantCulture, $"{i}/{files.Length} files {Path.GetFileName(files[i])}"));
            outcome = await AddAsync(outcome, files[i], now, cancellation);
        }

        foreach (var part in Parts.OrderBy(part => part.Order)) outcome = await AddAsync(outcome, part, (now, done => progress(string.Create(CultureInfo.InvariantCulture, $"{part.Name}, {100 * done:0} %"))), cancellation);
        return outcome;
    }

    private static async Task<ExampleOutcome> AddAsync(ExampleOutcome outcome, IExamplePart part, (DateTimeOffset Now, Action<double> Progress) with, CancellationToken cancellation)
    {
        try
        {
            return outcome with { Written = outcome.Written + await part.LoadAsync(with.Now, with.Progress, cancellation) };
        }
        catch (ProblemException refused) when (refused.Problem.Kind.HttpStatus is >= 400 and < 500)
        {
            return outcome with { Refused = [.. outcome.Refused, $"{part.Name}: {refused.Problem}"] };
        }
    }

    // The record is the visitor's: what they have said about the example since may contradict its files, and must not keep the server from starting.
    private async Task<ExampleOutcome> AddAsync(ExampleOutcome outcome, string file, DateTimeOffset now, CancellationToken cancellation)
    {
        try
        {
            return await ImportAsync(file, now, cancellation) is null ? outcome : outcome with { Written = outcome.Written + 1 };
        }
        catch (ProblemException refused) when (refused.Problem.Kind.HttpStatus is >= 400 and < 500)
        {
            return outcome with { Refused = [.. outcome.Refused, $"{Path.GetFileName(file)}: {refused.Problem}"] };
        }
    }

    private IEnumerable<string> Files(string folder)
    {
        var path = Path.Combine(samples, folder);
        return Directory.Exists(path)
            ? Directory.EnumerateFiles(path).Where(file => Path.GetExtension(file) is ".json" or ".csv" or ".gz").Order(StringComparer.Ordinal)
            : throw new ProblemException(CommonProblems.NotFound, $"The example data is missing: {path}", remedy: "Build again with ./run, or serve with --empty.");
    }

    private async Task<WriteReceipt?> ImportAsync(string file, DateTimeOffset now, CancellationToken cancellation)
    {
        var source = await LocalFile.ReadAsync(file, cancellation);
        if (await record.FindDocumentAsync(source.Sha256, cancellation) is not null) return null;
        var plan = await desk.PlanAsync(source, new ImportOptions(Issuer, now), cancellation);
        return await desk.CommitAsync(plan, cancellation);
    }

    /// <summary>One line for people.</summary>
    public static string Line(string next) => $"Loading the example value chain: {next}";
}
