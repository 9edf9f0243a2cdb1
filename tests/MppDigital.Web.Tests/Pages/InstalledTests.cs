using System.Diagnostics;
using MppDigital.Web.Tests.Http;

namespace MppDigital.Web.Tests.Pages;

/// <summary>The pages as a program on the phone: what its browser is given, and the worker itself on its own.</summary>
[Collection(RunningProgram.Name)]
public sealed class InstalledTests(RunningProgram program)
{
    private const int LongestWorker = 4096;

    [Fact]
    public async Task A_phone_gets_name_colour_icons_and_a_small_worker_and_the_worker_hears_whose_session_it_is()
    {
        var stranger = program.Stranger();
        var worker = (await stranger.GetAsync("bukittinggi", "/sw.js")).Expect(200);
        Assert.InRange(worker.Bytes.Length, 1000, LongestWorker);
        Assert.Equal("text/javascript", worker.MediaType);
        Assert.DoesNotContain("__SHELL__", worker.Text, StringComparison.Ordinal);
        Assert.NotEqual(worker.Text, (await stranger.GetAsync("padang", "/sw.js")).Text);

        var manifest = (await stranger.GetAsync("bukittinggi", "/manifest.webmanifest")).Expect(200);
        Assert.Equal("MPP Digital Kota Bukittinggi", manifest.TextOf("name"));
        foreach (var icon in manifest["icons"].EnumerateArray())
        {
            var picture = (await stranger.GetAsync("bukittinggi", icon.GetProperty("src").GetString()!)).Expect(200);
            Assert.Equal(icon.GetProperty("type").GetString(), picture.MediaType);
        }

        Assert.Equal([0x89, 0x50, 0x4E, 0x47], (await stranger.GetAsync("bukittinggi", "/ikon-192.png")).Bytes[..4]);
        Assert.Contains("data-waits", (await stranger.GetAsync("bukittinggi", "/luring/tersimpan")).Expect(200).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("data-waits", (await stranger.GetAsync("bukittinggi", "/luring")).Expect(200).Text, StringComparison.Ordinal);

        Assert.False((await stranger.GetAsync("bukittinggi", "/luring")).Headers.Contains("Mpp-Person"));
        var first = await program.CitizenAsync(3);
        var second = await program.CitizenAsync(5);
        var (mine, theirs) = (await PersonAsync(first), await PersonAsync(second));
        Assert.Equal(mine, await PersonAsync(first));
        Assert.NotEqual(mine, theirs);
    }

    [NodeFact]
    public async Task The_worker_keeps_what_it_promises_without_a_signal()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "MppDigital.sln"))) root = root.Parent;
        using var node = Process.Start(new ProcessStartInfo("node", ["--test", Path.Combine(root.FullName, "tests", "ServiceWorker")]) { RedirectStandardOutput = true })!;
        var said = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();

        Assert.True(node.ExitCode == 0, said);
        Assert.Contains("# pass 7", said, StringComparison.Ordinal);
    }

    private static async Task<string> PersonAsync(MppClient who) => (await who.GetAsync("bukittinggi", "/permohonan")).Expect(200).Headers.GetValues("Mpp-Person").Single();
}

/// <summary>Skipped, with the reason, where Node is missing; infra/test.sh installs it.</summary>
internal sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true, UseShellExecute = false })!;
            node.WaitForExit();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Skip = "Node is not installed.";
        }
    }
}
