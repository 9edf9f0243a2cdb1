using Microsoft.Extensions.DependencyInjection;
using MppDigital.Regencies.Feedback.Complaints;
using MppDigital.Regencies.Feedback.Heard;
using MppDigital.Regencies.Visits.Places;
using MppDigital.Regencies.Visits.Queue;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Feedback.Complaints;

/// <content>What everybody may read of complaints and of waiting.</content>
public sealed partial class ComplaintFlowTests
{
    [Fact]
    public async Task Waiting_is_told_by_the_part_of_the_day_of_those_who_were_served_and_never_of_few()
    {
        await using (var scope = regencies.Enter(TwoRegencies.Bukittinggi))
        {
            await using var db = await ContextAsync(scope);
            var place = (await scope.ServiceProvider.GetRequiredService<HallPlans>().ReadAsync(db, default))[0].Place.Id;
            var day = DateOnly.FromDateTime(regencies.Clock.GetUtcNow().UtcDateTime.AddHours(7)).AddDays(-1);
            var number = 0;
            foreach (var wait in (int[])[60, 10, 20, 50, 30, 40]) db.Tickets.Add(Served(day, 8, wait));
            foreach (var wait in (int[])[5, 7]) db.Tickets.Add(Served(day, 11, wait));
            // Too long ago, and never served.
            db.Tickets.Add(Served(day.AddDays(-40), 8, 500));
            var missed = Issued(day, 8);
            missed.Call(Guid.NewGuid(), missed.ArrivedAt.AddMinutes(500));
            missed.MissCall(missed.ArrivedAt.AddMinutes(505));
            db.Tickets.Add(missed);
            await db.SaveChangesAsync();

            Ticket Issued(DateOnly on, int hour)
            {
                var arrived = DateTime.SpecifyKind(on.ToDateTime(new TimeOnly(hour, 0)).AddHours(-7), DateTimeKind.Utc);
                return Ticket.Issue(new TicketTerms(place, Guid.NewGuid(), on, "Z", ++number, "DKC-KTP-02", null, false, arrived), arrived);
            }

            Ticket Served(DateOnly on, int hour, int wait)
            {
                var ticket = Issued(on, hour);
                ticket.Call(Guid.NewGuid(), ticket.ArrivedAt.AddMinutes(wait));
                ticket.Serve(ticket.ArrivedAt.AddMinutes(wait + 1));
                ticket.End(ticket.ArrivedAt.AddMinutes(wait + 9));
                return ticket;
            }
        }

        var times = await regencies.GetAsync<ReadWaitingTimes, WaitingTimes>(TwoRegencies.Bukittinggi, new ReadWaitingTimes());
        Assert.Equal([new WaitingPart("before-10", 6, 35, 60), new("10-12", null, null, null), new("12-14", null, null, null), new("after-14", null, null, null)], times.Parts);
    }

    [Fact]
    public void No_number_of_complaints_can_be_worked_out_that_is_withheld()
    {
        CountedComplaint[] all = [.. Many(ComplaintClass.Service, 20, 5, false), .. Many(ComplaintClass.Information, 9, 30, false), .. Many(ComplaintClass.Conduct, 1, 70, true)];
        var figures = VoiceTally.Of(all, default);

        // One of 30 cannot be told by taking 20 and 9 from it, nor by the ages, nor by who stayed where they were.
        Assert.Null(figures.Counts.Single(c => c.Class == "conduct").Open);
        Assert.True(figures.Open is null || figures.Counts.Count(c => c.Open is null) > 1);
        Assert.Null(figures.Ages[2].Open);
        Assert.True(figures.Open is null || figures.Ages.Count(a => a.Open is null) > 1);
        Assert.Null(figures.Raised);
        // None is told, for nobody is meant.
        Assert.Equal(0, figures.Counts.Single(c => c.Class == "aspiration").Open);
        Assert.Equal(5, VoiceTally.Of([.. Many(ComplaintClass.Service, 5, 5, false)], default).Open);

        static IEnumerable<CountedComplaint> Many(ComplaintClass kind, int count, double age, bool raised) => Enumerable.Repeat(new CountedComplaint(kind, true, raised, age, null), count);
    }
}
