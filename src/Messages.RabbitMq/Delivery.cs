namespace Voltloop.Messages.RabbitMq;

/// <summary>A message on its way.</summary>
/// <param name="Tag">Number under which it is acknowledged.</param>
/// <param name="RoutingKey">Key it came with.</param>
/// <param name="Body">Its content.</param>
internal sealed record Delivery(ulong Tag, string RoutingKey, byte[] Body);
