namespace MppDigital.Benchmarks.Running;

/// <summary>The built product on a data directory of its own, as a newcomer starts it.</summary>
internal sealed class Product(string dll) : IDisposable
{
    private const string ReadyText = "MPP Digital siap:";

    private readonly List<string> folders = [];

    public string NewFolder()
    {
        var folder = Directory.CreateTempSubdirectory("mpp-bench-").FullName;
        folders.Add(folder);
        return folder;
    }

    /// <param name="listen">Hears every line that it writes.</param>
    public Task<ServerProcess> StartAsync(string folder, string roles = "web,login,worker", Action<string>? listen = null) => ServerProcess.StartAsync(dll, [], Settings(folder, roles), ReadyText, listen);

    /// <summary>Tells every statement that it sends to a database.</summary>
    public Task<ServerProcess> StartTalkingAsync(string folder, string roles, Action<string> listen) =>
        ServerProcess.StartAsync(dll, [], new Dictionary<string, string>(Settings(folder, roles)) { ["Logging__LogLevel__Microsoft.EntityFrameworkCore.Database.Command"] = "Information" }, ReadyText, listen);

    private static Dictionary<string, string> Settings(string folder, string roles) => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["Platform__DataDirectory"] = folder,
        ["Platform__Roles"] = roles,
        ["Limits__PerAddress"] = "Off",
    };

    public void Dispose()
    {
        foreach (var folder in folders) Directory.Delete(folder, recursive: true);
    }
}
