using System.Text.Json;
using Microsoft.Extensions.Options;
using MppDigital.Login.Clients;
using MppDigital.Platform;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Login.Demo;

/// <summary><c>demo.json</c> in the data directory: every demo account, readable by its owner alone.</summary>
internal sealed class DemoFile(IOptions<PlatformOptions> platform, ITenantDirectory regencies, ClientDirectory clients, ClientSecrets secrets)
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public string Path => System.IO.Path.Combine(platform.Value.DataDirectory, "demo.json");

    /// <summary>The password of an earlier start; null when the file is gone or holds none.</summary>
    public async Task<string?> ReadPasswordAsync(CancellationToken ct)
    {
        if (!File.Exists(Path)) return null;
        await using var stream = File.OpenRead(Path);
        try
        {
            using var document = await JsonDocument.ParseAsync(stream, cancellationToken: ct);
            return document.RootElement.TryGetProperty("password", out var password) ? password.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public async Task WriteAsync(DemoAccounts accounts, IReadOnlyDictionary<string, string> paymentCallbackSecrets, CancellationToken ct)
    {
        var outside = ClientDirectory.DemoClients(platform.Value, regencies);
        var system = outside.First(c => c.IsSystem);
        var named = outside.Where(c => !c.IsSystem)
            .Concat(((string[])["portal", "pusat", "regency-1375", "regency-1371"]).Select(clients.Find).OfType<Client>());
        var listed = new List<object>();
        foreach (var client in named)
        {
            listed.Add(new
            {
                client.Id,
                Secret = await secrets.ForAsync(client.Id, ct),
                client.RedirectUris,
                client.PostLogoutRedirectUris,
                client.BackchannelLogoutUri,
            });
        }

        var content = new
        {
            accounts.Password,
            Citizens = accounts.Citizens.Select(c => new { c.Nik, c.Name, c.Regency }),
            Staff = accounts.Staff.Select(s => new { Username = s.UserName, s.Regency, s.Role, s.Agency, s.Totp }),
            Clients = listed,
            SystemClient = new { system.Id, Secret = await secrets.ForAsync(system.Id, ct), Regency = regencies.Find(RegencyCode.Parse(system.SystemOfRegency!))!.Slug },
            PaymentCallbackSecrets = paymentCallbackSecrets,
        };

        // Born with the right mode, and moved into place whole: it is never readable by others, not even for a moment.
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var draft = $"{Path}.{Guid.NewGuid():N}";
        await using (var stream = new FileStream(draft, options))
        {
            await JsonSerializer.SerializeAsync(stream, content, Indented, ct);
        }

        File.Move(draft, Path, overwrite: true);
    }
}
