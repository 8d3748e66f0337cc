using Voltloop.Core.Problems;
using Voltloop.Record.Importing;

namespace Voltloop.Web.Composition;

/// <summary>Reads a file that a verb names from disk, through the bounded intake.</summary>
public static class LocalFile
{
    /// <summary>Reads one file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="ProblemException">It is not there, may not be read, is too large or damaged.</exception>
    public static async Task<ImportSource> ReadAsync(string path, CancellationToken cancellation)
    {
        try
        {
            await using var stream = File.OpenRead(path);
            ImportIntake.CheckDeclaredSize(path, stream.Length);
            return await ImportIntake.ReadAsync(Path.GetFileName(path), stream, cancellation);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw new ProblemException(new Problem(CommonProblems.NotFound, $"The file cannot be opened: {missing.Message}", path), missing);
        }
    }
}
