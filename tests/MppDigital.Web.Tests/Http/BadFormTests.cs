using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Login;

namespace MppDigital.Web.Tests.Http;

/// <summary>Every form of every page, with everything that is wrong: never a failure of ours, the field named, nothing stored, nothing echoed as markup.</summary>
[Collection(RunningProgram.Name)]
public sealed partial class BadFormTests(RunningProgram program)
{
    private const string Here = "bukittinggi";

    [Fact]
    public async Task Every_form_in_the_source_is_tried()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "MppDigital.sln"))) folder = folder.Parent;
        var written = Directory.EnumerateFiles(Path.Combine(folder.FullName, "src", "MppDigital.Web"), "*.razor", SearchOption.AllDirectories)
            .SelectMany(file => FormName().Matches(File.ReadAllText(file)).Select(m => $"{Path.GetFileName(file)} {m.Groups[1].Value}"))
            .Where(form => form != "SentForm.razor @Name").ToHashSet(); // Stands in for a form that its page has, under the same name.

        Assert.True(written.Count > 10, "The source has hardly any form.");
        Assert.Equal(written.Order(), (await new PageCases(program).AllAsync()).Select(c => c.Source).Distinct().Order());
    }

    [Fact]
    public async Task Forms_with_bad_answers_are_refused_with_the_field_named()
    {
        var cases = await new PageCases(program).AllAsync();
        var before = await StoredAsync();
        var faults = new List<string>();
        var tried = 0;
        foreach (var page in cases)
        {
            var hidden = await HiddenAsync(page);
            foreach (var (field, fault, fields) in BadForms.Of(page, hidden))
            {
                // Without a field of its own a form is right as it is.
                if (page.Fields.Length == 0 && field.Length == 0) continue;
                var answer = await PageForm.PostAsync(page.Who, page.Host, page.Path, fields, page.Multipart);
                tried++;
                if (answer.Status >= 500) faults.Add($"{page.Source} {field} {fault}: {answer}");
                if (answer.Text.Contains("<script>alert", StringComparison.Ordinal)) faults.Add($"{page.Source} {field} {fault} comes back as markup");
                if (fault == "missing" && page.Named.TryGetValue(field, out var named) && !answer.Text.Contains(named, StringComparison.Ordinal)) faults.Add($"{page.Source} {field} {fault} is not named by {named}: {answer}");
            }
        }

        Assert.True(tried > 300, $"Hardly anything was tried: {tried}.");
        Assert.True(faults.Count == 0, $"{faults.Count} of {tried}\n{string.Join('\n', faults)}\n{string.Join('\n', program.Failures.All)}");
        Assert.Equal(before, await StoredAsync());
    }

    [Fact]
    public async Task Forms_that_our_page_did_not_send_are_refused()
    {
        var cases = await new PageCases(program).AllAsync();
        using var other = program.Stranger();
        var foreign = (await PageForm.HiddenAsync(other, "login", "/daftar", "daftar")).Single(f => f.Key == PageForm.Token).Value;
        var before = await StoredAsync();
        var faults = new List<string>();
        foreach (var page in cases)
        {
            List<KeyValuePair<string, string>> right = [.. await HiddenAsync(page), .. page.Fields.Select(f => KeyValuePair.Create(f.Name, f.Value))];
            List<KeyValuePair<string, string>> bare = [.. right.Where(f => f.Key != PageForm.Token)];
            foreach (var (fault, form) in ((string, List<KeyValuePair<string, string>>)[])
            [
                ("no token", bare), ("an empty token", [.. bare, new(PageForm.Token, "")]), ("a token of no one", [.. bare, new(PageForm.Token, "CfDJ8abc")]), ("the token of somebody else", [.. bare, new(PageForm.Token, foreign)]),
                ("no name", [.. right.Where(f => f.Key != PageForm.Handler)]), ("an unknown name", [.. right.Where(f => f.Key != PageForm.Handler), new(PageForm.Handler, "tidak-ada")]),
            ]) Refused(page, fault, await PageForm.PostAsync(page.Who, page.Host, page.Path, form, page.Multipart));
            foreach (var (type, body) in new[] { ("application/json", "{}"), ("text/plain", "nik=1"), ("application/x-www-form-urlencoded", "nik=%ED%A0%80&%00=%FF&&=="), ("multipart/form-data", "a"), ("multipart/form-data; boundary=b", "--b\r\nkacau") })
                Refused(page, $"{type} {body}", await page.Who.SendAsync(page.Host, HttpMethod.Post, page.Path, new Call { Body = body, Type = type, WithoutCsrf = true }));
            using var content = new FormUrlEncodedContent(right);
            Refused(page, "another site", await page.Who.SendAsync(page.Host, HttpMethod.Post, page.Path, new Call { Content = content, WithoutCsrf = true, Origin = "https://jahat.example" }));

            void Refused(PageCase sent, string fault, Answer answer)
            {
                if (answer.Status is < 400 or >= 500) faults.Add($"{sent.Source} with {fault}: {answer}");
            }
        }

        Assert.True(faults.Count == 0, $"{string.Join('\n', faults)}\n{string.Join('\n', program.Failures.All)}");
        Assert.Equal(before, await StoredAsync());
    }

    [Fact]
    public async Task A_page_refuses_a_form_that_it_does_not_have()
    {
        using var stranger = program.Stranger();
        var faults = new List<string>();
        var pages = Route.Of(program.App).Where(r => r.IsPage).ToList();
        foreach (var page in pages)
        {
            var host = page.Host switch { "regency" => Here, "portal" => "", "ministry" => "pusat", var named => named };
            foreach (var handler in new[] { "lacak", "tidak-ada", "<script>alert(1)</script>" })
            {
                var answer = await PageForm.PostAsync(stranger, host, page.Fill(_ => "x"), [new(PageForm.Handler, handler)], multipart: false);
                if (answer.Status is < 300 or >= 500) faults.Add($"{page} {handler}: {answer}");
            }
        }

        Assert.True(pages.Count > 20, "Hardly any page was seen.");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static async Task<IReadOnlyList<KeyValuePair<string, string>>> HiddenAsync(PageCase page)
    {
        var (path, form) = page.TokenOf ?? (page.Path, page.Handler);
        var hidden = await PageForm.HiddenAsync(page.Who, page.Host, path, form);
        return form == page.Handler ? hidden : [.. hidden.Where(f => f.Key != PageForm.Handler), new(PageForm.Handler, page.Handler)];
    }

    private async Task<IEnumerable<string>> StoredAsync()
    {
        await using var login = await program.Services.GetRequiredService<IDbContextFactory<LoginDbContext>>().CreateDbContextAsync();
        return [.. (await StoredRows.CountAsync(program, Here)).Select(t => $"{t.Key} {t.Value}"), $"accounts {await login.Accounts.CountAsync()}"];
    }

    [GeneratedRegex("@formname=\"([^\"]+)\"")]
    private static partial Regex FormName();
}
