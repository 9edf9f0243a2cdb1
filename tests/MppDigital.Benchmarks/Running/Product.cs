namespace MppDigital.Benchmarks.Running;

/// <summary>The built product on a data directory of its own, as a newcomer starts it.</summary>
internal sealed class Product(string dll) : IDisposable
{
    private readonly List<string> folders = [];

    public string NewFolder()
    {
        var folder = Directory.CreateTempSubdirectory("mpp-bench-").FullName;
        folders.Add(folder);
        return folder;
    }

    public Task<ServerProcess> StartAsync(string folder, string roles = "web,login,worker") => ServerProcess.StartAsync(dll, [], new Dictionary<string, string>
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["Platform__DataDirectory"] = folder,
        ["Platform__Roles"] = roles,
        ["Limits__PerAddress"] = "Off",
    }, "MPP Digital siap:");

    public void Dispose()
    {
        foreach (var folder in folders) Directory.Delete(folder, recursive: true);
    }
}
