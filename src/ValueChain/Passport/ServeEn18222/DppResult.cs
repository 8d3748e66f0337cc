using System.Text.Json.Nodes;
using Voltloop.Core.Problems;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>Writes errors as the Result of EN 18222, and the envelope that some profiles put around answers.</summary>
internal static class DppResult
{
    /// <summary>A Result with one message per problem.</summary>
    /// <param name="correlation">Identifier of the request, for the log.</param>
    public static JsonObject Of(IEnumerable<Problem> problems, En18222Profile profile, string correlation, DateTimeOffset now)
    {
        var result = new JsonObject
        {
            [profile.ResultKey] = new JsonArray([.. problems.Select(problem => Message(problem, correlation, now))]),
        };
        return result;
    }

    /// <summary>The envelope of an error, where the profile has one.</summary>
    public static JsonObject Wrapped(JsonObject result, En18222Profile profile, int status) =>
        profile.Envelope ? new JsonObject { ["statusCode"] = StatusCode(status), ["payload"] = null, ["result"] = result } : result;

    /// <summary>The envelope of an answer, where the profile has one.</summary>
    public static JsonNode? Wrap(JsonNode? payload, En18222Profile profile, int status) =>
        profile.Envelope ? new JsonObject { ["statusCode"] = StatusCode(status), ["payload"] = payload, ["result"] = new JsonObject { [profile.ResultKey] = new JsonArray() } } : payload;

    private static JsonObject Message(Problem problem, string correlation, DateTimeOffset now) => new()
    {
        ["messageType"] = problem.Kind.HttpStatus >= 500 ? "Exception" : "Error",
        ["text"] = Text(problem),
        ["code"] = problem.Kind.Code,
        ["correlationId"] = correlation,
        ["timestamp"] = DppDocument.Moment(now),
    };

    private static string Text(Problem problem) =>
        string.Join(' ', new[] { problem.Location is null ? null : problem.Location + ":", problem.Detail, problem.Remedy }.OfType<string>());

    // Words of the status of an envelope, as IDTA-01002 lists them.
    private static string StatusCode(int status) => status switch
    {
        200 => "Success",
        201 => "SuccessCreated",
        400 or 422 or 406 or 412 or 413 or 415 => "ClientErrorBadRequest",
        401 => "ClientNotAuthorized",
        403 => "ClientForbidden",
        404 or 410 => "ClientErrorResourceNotFound",
        409 => "ClientResourceConflict",
        _ => "ServerInternalError",
    };
}
