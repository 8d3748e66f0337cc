using Voltloop.Health.IngestTelemetry;
using Voltloop.Record.Telemetry;

namespace Voltloop.Health.FollowAssets;

/// <summary>How telemetry comes in. Counts are since the start of the server.</summary>
/// <param name="Broker">Connection to the message broker.</param>
/// <param name="Taken">Messages taken.</param>
/// <param name="Duplicates">Messages that had been taken before.</param>
/// <param name="Refused">Messages refused.</param>
/// <param name="Samples">Samples new to the record.</param>
/// <param name="Refusals">The newest refusals, for whoever runs the store.</param>
internal sealed record StatusResource(FeedStatus Broker, long Taken, long Duplicates, long Refused, long Samples, IReadOnlyList<RefusedMessage> Refusals);
