// A browser and a server already fill two cores; tests side by side only wait for each other and time out.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
