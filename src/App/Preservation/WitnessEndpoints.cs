using Microsoft.AspNetCore.Http.HttpResults;
using Voltloop.App.Hosting;
using Voltloop.Core.Problems;
using Voltloop.Web.Access;
using Voltloop.Web.Http;

namespace Voltloop.App.Preservation;

/// <summary>The witness over HTTP: takes checkpoints of the logs it watches and answers with its cosignature (after c2sp.org/tlog-witness).</summary>
internal static class WitnessEndpoints
{
    /// <summary>Media type of the size that a witness has cosigned last.</summary>
    public const string SizeType = "text/x.tlog.size";

    private const int MaxBody = 64 * 1024;

    public static void MapWitness(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Log").DisableAntiforgery();
        api.MapGet("/witness/key", (LogWitness witness) => TypedResults.Text(witness.KeyLine + "\n")).WithName("GetWitnessKey").WithSummary("Name and public key of this node as a witness.");
        api.MapPost("/witness/add-checkpoint", AddAsync).WithName("AddWitnessCheckpoint").WithMetadata(OpenTo.Anyone)
            .WithSummary("Cosigns a checkpoint that extends the one cosigned last; 409 with that size when the proof begins elsewhere.")
            .Accepts<string>("text/plain").Produces<string>(StatusCodes.Status200OK, "text/plain").Produces<string>(StatusCodes.Status409Conflict, SizeType);
    }

    private static async Task<ContentHttpResult> AddAsync(HttpContext http, LogWitness witness)
    {
        var (old, path, note) = Read(await BodyAsync(http));
        var (cosigned, last) = witness.Cosign(old, path, note);
        return cosigned is null
            ? TypedResults.Text(FormattableString.Invariant($"{last}\n"), SizeType, statusCode: StatusCodes.Status409Conflict)
            : TypedResults.Text(cosigned.ToString()[(cosigned.ToString().TrimEnd('\n').LastIndexOf('\n') + 1)..]);
    }

    private static async Task<string> BodyAsync(HttpContext http)
    {
        if (http.Request.ContentLength is not (> 0 and <= MaxBody))
        {
            throw new ProblemException(CommonProblems.LimitExceeded, $"A checkpoint with its proof has 1 to {MaxBody} bytes, and says how many.");
        }

        using var reader = new StreamReader(http.Request.Body);
        return await reader.ReadToEndAsync(http.RequestAborted);
    }

    private static (ulong Old, byte[][] Path, string Note) Read(string body)
    {
        var end = body.IndexOf("\n\n", StringComparison.Ordinal);
        var lines = end < 0 ? [] : body[..end].Split('\n');
        if (lines.Length == 0 || !lines[0].StartsWith("old ", StringComparison.Ordinal) || !ulong.TryParse(lines[0][4..], out var old))
        {
            throw new ProblemException(CommonProblems.MalformedInput, "Expected: old SIZE, the lines of a consistency proof, an empty line, a checkpoint.");
        }

        try
        {
            return (old, [.. lines.Skip(1).Select(Convert.FromBase64String)], body[(end + 2)..]);
        }
        catch (FormatException)
        {
            throw new ProblemException(CommonProblems.MalformedInput, "A line of the consistency proof is not base64.");
        }
    }
}
