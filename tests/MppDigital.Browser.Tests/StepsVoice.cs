using System.Text.RegularExpressions;

namespace MppDigital.Browser.Tests;

/// <summary>A complaint without a name, without signing in and without JavaScript.</summary>
internal static partial class StepsVoice
{
    // Longer than any limit with all its holidays.
    private const int MostDays = 40;

    public static async Task<(string Number, string Secret)> ComplainAsync(Visitor citizen)
    {
        await citizen.GoAsync(StepsHall.Here, "/aduan");
        await citizen.Page.CheckAsync("#class");
        await citizen.Page.FillAsync("[name=title]", "Loket tutup sebelum jam 12");
        await citizen.Page.FillAsync("[name=text]", "Kemarin loket tutup pukul 11.15 dan tidak ada pengumuman.");
        await citizen.SubmitAsync("main form[method=post]:has([name=title])");
        var number = NumberPattern().Match(await citizen.Page.InnerTextAsync("main")).Value;
        var secret = (await citizen.Page.InnerTextAsync(".card.up .s b")).Trim();
        Assert.NotEmpty(number);

        // Only both together show anything.
        await citizen.Context.ClearCookiesAsync();
        Assert.Null(await FollowAsync(citizen, number, "0000 0000 0000"));
        Assert.StartsWith("Diterima", await FollowAsync(citizen, number, secret), StringComparison.Ordinal);
        return (number, secret);
    }

    /// <summary>A day at a time, until the page says so.</summary>
    public static async Task LetDaysPassAsync(Visitor citizen, MppServer server, (string Number, string Secret) complaint, string expected)
    {
        for (var day = 0; day < MostDays; day++)
        {
            server.MoveTo(server.Now.AddDays(1));
            if ((await FollowAsync(citizen, complaint.Number, complaint.Secret))?.StartsWith(expected, StringComparison.Ordinal) is true) return;
        }

        Assert.Fail($"After {MostDays} days not yet: {expected}");
    }

    /// <summary>The ministry is told by a message, which takes a moment.</summary>
    public static async Task AppearsAsync(Visitor ministry, string number)
    {
        var deadline = DateTime.UtcNow.AddSeconds(30);
        while (true)
        {
            await ministry.GoAsync("pusat", "/pengaduan");
            var text = await ministry.Page.InnerTextAsync("main");
            if (text.Contains(number, StringComparison.Ordinal)) return;
            Assert.True(DateTime.UtcNow < deadline, text);
            await Task.Delay(250);
        }
    }

    /// <returns>Where it stands; null when number and secret fit nothing.</returns>
    private static async Task<string?> FollowAsync(Visitor citizen, string number, string secret)
    {
        await citizen.Context.ClearCookiesAsync();
        await citizen.GoAsync(StepsHall.Here, "/aduan/lacak");
        await citizen.Page.FillAsync("[name=nomor]", number);
        await citizen.Page.FillAsync("[name=kode]", secret);
        await citizen.SubmitAsync("main form:has([name=nomor])");
        return await citizen.Page.Locator("main .sum").CountAsync() > 0 ? null : await citizen.Page.InnerTextAsync("main .lead");
    }

    [GeneratedRegex(@"1375-P\d\d-\d{5}")]
    private static partial Regex NumberPattern();
}
