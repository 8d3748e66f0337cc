using Voltloop.App;

return await VoltloopCommand.RunAsync(args);
