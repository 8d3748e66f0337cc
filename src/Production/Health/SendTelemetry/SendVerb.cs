using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using Voltloop.Core.Problems;
using Voltloop.Health.IngestTelemetry;
using Voltloop.Record.Telemetry;
using Voltloop.Record.Things;
using Voltloop.Web.Composition;

namespace Voltloop.Health.SendTelemetry;

/// <summary><c>telemetry send FILE|ID</c>.</summary>
internal static class SendVerb
{
    private static readonly Argument<string> What = new("FILE|ID") { Description = "A file of telemetry (JSON or short form), or a battery of the store whose samples are sent." };
    private static readonly Option<string?> Url = new("--url") { Description = "Server to send to over HTTP.", HelpName = "URL" };
    private static readonly Option<string?> Key = new("--key") { Description = "API key for the server.", HelpName = "KEY" };
    private static readonly Option<string?> Broker = new("--broker") { Description = "Message broker to send to over AMQP, for example amqp://guest:guest@localhost.", HelpName = "URL" };
    private static readonly Option<string> RoutingKey = new("--routing-key") { Description = "Routing key under amq.topic.", HelpName = "KEY", DefaultValueFactory = _ => "voltloop.telemetry.send" };
    private static readonly Option<int> Size = new("--samples") { Description = "Samples per message when the samples of a battery are sent.", HelpName = "N", DefaultValueFactory = _ => 600 };

    /// <summary>The command.</summary>
    public static Command Build(IVerbHost host)
    {
        var command = new Command(
            "send", "Sends telemetry to a server or a broker. Sending the same again changes nothing there.\n\nExample: ./run telemetry send samples/telemetry/scooter.csv --url http://127.0.0.1:5080") { What, Url, Key, Broker, RoutingKey, Size };
        command.SetAction((parsed, cancellation) => host.ReadOrCreateAsync(parsed, context => RunAsync(parsed, context), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, VerbContext context)
    {
        var bodies = await BodiesAsync(parsed, context);
        if (Address(parsed.GetValue(Broker)) is { } broker)
        {
            await context.Services.GetRequiredService<IFeedSender>().SendAsync(broker, parsed.GetRequiredValue(RoutingKey), bodies, context.Cancellation);
            context.Console.WriteLine($"The broker has confirmed {bodies.Count} deliveries.");
            return 0;
        }

        var url = Address(parsed.GetValue(Url)) ?? throw new ProblemException(CommonProblems.BadRequest, "Nothing says where to send.", null, "Give --url or --broker.");
        return await HttpSender.SendAsync((url, parsed.GetValue(Key)), bodies, context);
    }

    private static Uri? Address(string? text) => text is null ? null : Uri.TryCreate(text, UriKind.Absolute, out var address) ? address
        : throw new ProblemException(CommonProblems.BadRequest, $"\"{text}\" is not an address.", null, "Write it whole, for example http://127.0.0.1:5080 or amqp://guest:guest@localhost.");

    private static async Task<IReadOnlyList<byte[]>> BodiesAsync(ParseResult parsed, VerbContext context)
    {
        var what = parsed.GetRequiredValue(What);
        if (File.Exists(what))
        {
            await using var file = File.OpenRead(what);
            return [await TelemetryReader.ReadBodyAsync(file, context.Cancellation)];
        }

        var thing = await context.Services.GetRequiredService<ThingResolver>().FindAsync(what, context.Cancellation);
        return await new SeriesSource(context.Services.GetRequiredService<Record.Ports.IRecordReader>()).ReadAsync(thing, parsed.GetValue(Size), context.Cancellation);
    }
}
