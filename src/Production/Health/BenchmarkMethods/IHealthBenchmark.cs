namespace Voltloop.Health.BenchmarkMethods;

/// <summary>A public data set on which methods are compared by published rules.</summary>
internal interface IHealthBenchmark
{
    /// <summary>Name on the command line, in lower case.</summary>
    string Name { get; }

    /// <summary>Title for people.</summary>
    string Title { get; }

    /// <summary>False when the data are made up by the benchmark itself.</summary>
    bool HasData => true;

    /// <summary>Runs every model and puts its figures beside the published ones.</summary>
    /// <param name="folder">Folder of the data set.</param>
    /// <param name="cancellation">Stops between two models.</param>
    /// <exception cref="Core.Problems.ProblemException">A file of the data set is missing or is not what it should be.</exception>
    Task<BenchmarkTable> RunAsync(string folder, CancellationToken cancellation);
}
