using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace MppDigital.Web.Tests.Pages;

/// <summary>The program as it is, with all regencies on SQLite in a folder of its own. Requests name their host; nothing is followed or kept for them.</summary>
public sealed class WholeProgram : WebApplicationFactory<Program>
{
    public const string Portal = "http://mpp.localhost:5080";
    public const string Bukittinggi = "http://bukittinggi.mpp.localhost:5080";

    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("mpp-pages-");

    /// <param name="cookie">Sent as it is, for example <c>lang=en</c>.</param>
    public async Task<HttpResponseMessage> GetAsync(string address, string? cookie = null, string? encoding = null)
    {
        using var client = CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri(address), AllowAutoRedirect = false, HandleCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Accept-Language", "en");
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        if (encoding is not null) request.Headers.Add("Accept-Encoding", encoding);
        return await client.SendAsync(request);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Platform:DataDirectory", data.FullName);
        builder.UseSetting("Platform:Roles", "web,login");
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        // A pooled connection may still hold a file on some systems; the folder is the machine's to clear then.
        try { data.Delete(recursive: true); }
        catch (IOException) { }
    }
}
