using System.Globalization;
using Microsoft.Extensions.Options;
using MppDigital.National.Catalog;
using MppDigital.Platform;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Web.Starting;

/// <summary>What somebody who just started the program wants to know, ended by the ready line.</summary>
internal static class Announcement
{
    public static void Write(WebApplication app, TimeSpan took)
    {
        var platform = app.Services.GetRequiredService<IOptions<PlatformOptions>>().Value;
        Console.WriteLine($"Portal      {platform.PublicOrigin}");
        Console.WriteLine($"Daerah      {platform.OriginOf("bukittinggi")}");
        Console.WriteLine($"Kementerian {platform.OriginOf("pusat")}");
        Console.WriteLine($"Login       {platform.OriginOf("login")}");
        if (app.Services.GetRequiredService<IOptions<DemoOptions>>().Value.Enabled)
            Console.WriteLine($"Akun demo   {Path.Combine(platform.DataDirectory, "demo.json")} (warga, petugas.dpmptsp.bukittinggi, petugas.dinkes.bukittinggi, kepala.bukittinggi, analis.pusat)");
        var regencies = app.Services.GetRequiredService<ITenantDirectory>().All.Count;
        using var nation = app.Services.CreateScope();
        var services = nation.ServiceProvider.GetRequiredService<IServiceCatalog>().Published.Count;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"MPP Digital siap: {regencies} daerah, {services} layanan, {took.TotalSeconds:0.0} s"));
    }
}
