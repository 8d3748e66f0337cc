using Voltloop.Record.Ports;

namespace Voltloop.Web.Import;

/// <summary>Takes files in two steps: says what an import would do, and does it when asked to.</summary>
public interface IImportDesk
{
    /// <summary>Works out what importing a file would write, and keeps the plan under a ticket for a while.</summary>
    /// <param name="fileName">Name of the file, for messages.</param>
    /// <param name="content">Content, compressed or not; read to its end or to the limit.</param>
    /// <param name="upload">What the person adds to the file.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="Core.Problems.ProblemException">The file cannot be read at all, or a limit is exceeded.</exception>
    Task<ImportTicket> PreviewAsync(string fileName, Stream content, UploadOptions upload, CancellationToken cancellation);

    /// <summary>Writes the plan of a ticket; completes when it is durable.</summary>
    /// <exception cref="Core.Problems.ProblemException">The ticket is unknown or has expired, or the write is refused.</exception>
    Task<WriteReceipt> CommitAsync(string ticket, CancellationToken cancellation);
}
