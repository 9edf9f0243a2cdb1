namespace MppDigital.Browser.Tests;

/// <summary>After the service is over: how was it? On a phone, without JavaScript and without signing in.</summary>
internal static class StepsSurvey
{
    public static async Task AnswerAsync(Visitor citizen, Visitor stranger, string number, string? pictures)
    {
        // The invitation is written beside the decision, not in it.
        var deadline = DateTime.UtcNow.AddSeconds(60);
        var link = citizen.Page.Locator("main a[href^='/survei/']");
        await citizen.GoAsync("bukittinggi", $"/permohonan/{number}");
        while (await link.CountAsync() == 0)
        {
            Assert.True(DateTime.UtcNow < deadline, "Nobody asked her how it was.");
            await Task.Delay(500);
            await citizen.GoAsync("bukittinggi", $"/permohonan/{number}");
        }

        var address = (await link.GetAttributeAsync("href"))!;
        await stranger.GoAsync("bukittinggi", address);
        await stranger.Page.CheckAsync("#u-time");
        await stranger.SubmitAsync("main form[method=post]");
        Assert.Equal(8, await stranger.Page.Locator(".sum li").CountAsync());
        Assert.Empty(await Visitor.FaultsAsync(stranger.Page, pictures is null ? null : Path.Combine(pictures, "survei"), axe: false));
        Assert.True(await stranger.Page.IsCheckedAsync("#u-time"));

        foreach (var question in await stranger.Page.Locator("main fieldset").AllAsync()) await question.Locator("input[type=radio]").Last.CheckAsync();
        await stranger.Page.FillAsync("#kata", "Cepat dan jelas.");
        await stranger.Page.SelectOptionAsync("#umur", "From25To34");
        await stranger.SubmitAsync("main form[method=post]");
        Assert.Contains("Terima kasih", await stranger.Page.InnerTextAsync("main h1"), StringComparison.Ordinal);
        Assert.Empty(await Visitor.FaultsAsync(stranger.Page, pictures is null ? null : Path.Combine(pictures, "survei-terima-kasih"), axe: false));

        await stranger.GoAsync("bukittinggi", address);
        Assert.Contains("sudah diisi", await stranger.Page.InnerTextAsync("main .sum"), StringComparison.Ordinal);
        await citizen.GoAsync("bukittinggi", $"/permohonan/{number}");
        Assert.Equal(0, await link.CountAsync());
    }
}
