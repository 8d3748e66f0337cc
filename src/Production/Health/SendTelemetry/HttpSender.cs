using System.Net.Http.Headers;
using System.Net.Http.Json;
using Voltloop.Core.Problems;
using Voltloop.Health.IngestTelemetry;
using Voltloop.Record.Telemetry;
using Voltloop.Web.Composition;
using Voltloop.Web.Http;

namespace Voltloop.Health.SendTelemetry;

/// <summary>Sends telemetry to a server and shows what became of it.</summary>
internal static class HttpSender
{
    private const int SomeRefused = 2;

    /// <summary>Sends.</summary>
    /// <returns>Exit code: 0 when everything is in the record there.</returns>
    public static async Task<int> SendAsync((Uri Url, string? Key) to, IReadOnlyList<byte[]> bodies, VerbContext context)
    {
        using var client = new HttpClient { BaseAddress = to.Url };
        if (to.Key is { } key) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        var all = new List<MessageOutcome>();
        foreach (var body in bodies) all.AddRange((await PostAsync(client, body, context.Cancellation)).Messages);
        await ShowAsync(TelemetryReply.Of(all), context);
        return all.Exists(one => one.Outcome is MessageOutcome.Refused) ? SomeRefused : 0;
    }

    private static async Task<TelemetryReply> PostAsync(HttpClient client, byte[] body, CancellationToken cancellation)
    {
        try
        {
            using var content = new ByteArrayContent(body);
            using var answer = await client.PostAsync(new Uri("/api/v1/telemetry", UriKind.Relative), content, cancellation);
            if (answer.IsSuccessStatusCode) return (await answer.Content.ReadFromJsonAsync<TelemetryReply>(JsonOutput.Compact, cancellation))!;
            throw new ProblemException(CommonProblems.BadRequest, $"The server answers {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellation)}");
        }
        catch (HttpRequestException unreachable)
        {
            throw new ProblemException(new Problem(FeedProblems.Unreachable, $"{client.BaseAddress} cannot be reached: {unreachable.Message}"), unreachable);
        }
    }

    private static async Task ShowAsync(TelemetryReply reply, VerbContext context)
    {
        if (context.Json)
        {
            await context.WriteJsonAsync(reply);
            return;
        }

        var output = context.Console.Profile.Out.Writer;
        await output.WriteLineAsync($"{reply.Taken} messages taken, {reply.Duplicates} taken before, {reply.Refused} refused; {reply.Samples} samples new.");
        foreach (var refused in reply.Messages.Where(one => one.Outcome is MessageOutcome.Refused)) await output.WriteLineAsync($"  {refused.Id}: {refused.Problem}: {refused.Detail} {refused.Remedy}");
    }
}
