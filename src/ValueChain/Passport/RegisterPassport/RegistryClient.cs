using System.Net.Http.Headers;
using System.Text.Json;
using Voltloop.Core.Problems;

namespace Voltloop.Passport.RegisterPassport;

/// <summary>
/// Hands an upload file to a registry over HTTP: <c>POST</c> of the file, answered by a JSON list of replies. The interface
/// of the Commission's registry is not documented (it takes files in a browser session), so this speaks to gateways and to
/// the stand-in of the tests; people upload the files of <c>registry export</c> by hand.
/// </summary>
internal sealed class RegistryClient(HttpClient http)
{
    /// <summary>Largest answer that is read, in bytes.</summary>
    public const int MaxReplyBytes = 16 * 1024 * 1024;

    /// <summary>Hands a file over and reads the replies.</summary>
    /// <exception cref="ProblemException">The registry cannot be reached, refuses, or answers something else.</exception>
    public async Task<IReadOnlyList<RegistryReply>> SubmitAsync(Uri address, byte[] file, CancellationToken cancellation)
    {
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        try
        {
            using var answer = await http.PostAsync(address, content, cancellation).ConfigureAwait(false);
            if (!answer.IsSuccessStatusCode) throw Refused($"The registry answered {(int)answer.StatusCode}.");
            await answer.Content.LoadIntoBufferAsync(MaxReplyBytes, cancellation).ConfigureAwait(false);
            var bytes = await answer.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false);
            return JsonSerializer.Deserialize<List<RegistryReply>>(bytes, JsonSerializerOptions.Web) ?? throw Refused("The registry answered nothing.");
        }
        catch (Exception e) when (e is HttpRequestException or JsonException)
        {
            throw Refused($"The registry at {address} gave no usable answer: {e.Message}");
        }
    }

    private static ProblemException Refused(string detail) => new(PassportProblems.RegistryRefused, detail, null, "Nothing was recorded; hand the file over again.");
}
