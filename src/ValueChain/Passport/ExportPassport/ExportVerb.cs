using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.Core.Time;
using Voltloop.Passport.ProvePassport;
using Voltloop.Passport.ReadPassport;
using Voltloop.Record.Policies;
using Voltloop.Record.Things;
using Voltloop.Web.Composition;
using Voltloop.Web.Http;

namespace Voltloop.Passport.ExportPassport;

/// <summary><c>export ID</c>: the passport of a thing as a file on standard output.</summary>
internal static class ExportVerb
{
    private static readonly Argument<string> Id = new("ID") { Description = "Identifier, serial number or name of a battery or model." };
    private static readonly Option<string> Format = new("--format")
    {
        Description = "vc-jwt, data-integrity or sd-jwt to verify offline; voltloop, catenax-6.1.0 (also 3.0.0 to 6.0.0), catenax-dpp-7.0.0 (also 2.0.0 to 6.1.0), idta-02035-1-1.0 to idta-02035-7-1.0.1, idta-02099-1-1.0 (add :value for the value-only form), openepcis-dpp, openepcis-en18223, batterypass-ready-1.3, untp-dpp-0.6, keystone-2, or batterypass-1.2:ASPECT with GeneralProductInformation, CarbonFootprintForBatteries, Circularity, Labeling, MaterialComposition, PerformanceAndDurability or SupplyChainDueDiligence.",
        HelpName = "NAME",
        DefaultValueFactory = _ => VoltloopExport.Id,
    };
    private static readonly Option<string> Audience = new("--audience")
    {
        Description = "Who will read it: public, legitimate-interest, authority, commission or operator.",
        HelpName = "NAME",
        DefaultValueFactory = _ => AudiencePolicy.Operator,
    };
    private static readonly Option<string?> AsOfDay = new("--as-of") { Description = "What held on this day or at this moment (UTC).", HelpName = "T" };

    public static Command Build(IVerbHost host)
    {
        var command = new Command("export", "Write a passport in a published format.\n\nExample: ./run export TBSI-B1T25 --format batterypass-1.2:Labeling > labels.json")
        {
            Id, Format, Audience, AsOfDay,
        };
        command.SetAction((parsed, cancellation) => host.ReadAsync(parsed, context => RunAsync(parsed, context), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, VerbContext context)
    {
        var thing = await context.Services.GetRequiredService<ThingResolver>().FindAsync(parsed.GetRequiredValue(Id), context.Cancellation);
        var scope = new ExportScope(parsed.GetRequiredValue(Audience), new AsOf(TimeParameters.Read(parsed.GetValue(AsOfDay), "--as-of"), DateTimeOffset.MaxValue));
        if (ProofFormat.IsKnown(parsed.GetRequiredValue(Format)))
        {
            return await ProveAsync(parsed, context, thing.Id, scope);
        }

        var exported = await context.Services.GetRequiredService<PassportExporter>()
            .ExportWithLossAsync(thing.Id, parsed.GetRequiredValue(Format), scope, context.Cancellation);
        if (context.Json) await context.WriteJsonAsync(new { exported.File, exported.Loss });
        else await WriteAsync(context, exported);
        await context.Output.WriteAsync("\n"u8.ToArray(), context.Cancellation);
        return 0;
    }

    // The file goes to standard output, so what it lacks is said on the other stream.
    private static async Task WriteAsync(VerbContext context, ExportedPassport exported)
    {
        foreach (var lost in exported.Loss.Lost) await Console.Error.WriteLineAsync($"not carried: {lost.Label} ({lost.Term}): {lost.Reason}");
        foreach (var part in exported.Loss.Incomplete) await Console.Error.WriteLineAsync($"carried in part: {part.Label} ({part.Term}): {part.Reason}");
        await context.WriteJsonAsync(exported.File);
    }

    // Without an end of line: the file is then byte by byte what was signed.
    private static async Task<int> ProveAsync(ParseResult parsed, VerbContext context, Core.Identities.ThingId id, ExportScope scope)
    {
        var text = await context.Services.GetRequiredService<PassportProver>().ProveAsync(id, parsed.GetRequiredValue(Format), scope, context.Cancellation);
        await context.Output.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text), context.Cancellation);
        return 0;
    }
}
