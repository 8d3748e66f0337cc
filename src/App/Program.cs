using Voltloop.Health;
using Voltloop.Passport;
using Voltloop.Web.Composition;

ICapability[] rooms = [new PassportModule(), new HealthModule()];
Console.WriteLine(string.Join(' ', rooms.Select(room => room.Name)));
return 0;
